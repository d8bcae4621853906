import { type Target } from './conformance-case';

/** Every case begins with these. */
export const TARGETS: readonly Target[] = [
  {
    _id: 'e:1',
    owner: '经济',
    position: 1,
    kind: 'FIGURE',
    value: 10,
    unit: '家',
    tags: ['a', 'b'],
    title: '新增注册企业',
    revision: 1,
    history: [],
  },
  {
    _id: 'e:2',
    owner: '经济',
    position: 2,
    kind: 'TREND',
    value: null,
    tags: ['b'],
    title: '亿元楼',
    revision: 1,
    history: [],
  },
  {
    _id: 'e:3',
    owner: '经济',
    position: 2,
    kind: 'FIGURE',
    value: 2.5,
    unit: '%',
    tags: [],
    title: '税收',
    revision: 2,
    history: [{ at: 1 }],
  },
  {
    _id: 'c:1',
    owner: '建设',
    position: 1,
    kind: 'FIGURE',
    value: 100,
    unit: '家',
    tags: ['c'],
    title: '竣工',
    revision: 1,
    history: [],
  },
  {
    _id: 'c:2',
    owner: '建设',
    position: 3,
    kind: 'COVERAGE',
    tags: ['a', 'c'],
    title: '全覆盖',
    revision: 1,
    history: [],
  },
];

export const INDEXES = [
  { key: { position: 1, _id: 1 } },
  { key: { owner: 1, position: 1, _id: 1 } },
  { key: { tags: 1, position: 1, _id: 1 } },
] as const;
