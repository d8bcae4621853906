import type { Data } from '../oracle/data';
import { hitCursor, statementCursor } from '../oracle/cursor';
import type { OrderField } from '../oracle/order';
import { findHits } from '../oracle/search';

/** Values that the seeds have, and some that they do not. */
export interface Vocabulary {
  readonly targets: readonly string[];
  readonly placeIds: readonly string[];
  readonly placeNames: readonly string[];
  readonly units: readonly string[];
  readonly texts: readonly string[];
  readonly values: readonly number[];
  readonly hitCursors: readonly string[];
  statementCursors(field: OrderField): readonly string[];
}

/** The texts of searches. Every generated cursor of a search belongs to one of these. */
export const searchTexts = [
  ...['首店', '建设', '静安', '彭浦镇', '服务', '苏州河', '新增注册企业', '市北', '养老', '品牌 首店'],
  ...['5%', '100', '静安区', '就业 新增', '社区 服务', '54a', 'hub', '全 覆盖'.replace(' ', '')],
] as const;

export function vocabularyOf(data: Data): Vocabulary {
  const statements = [...data.targets, ...data.results];
  const hits = searchTexts.flatMap((text) => findHits(data, text.split(' ')).slice(0, 100));
  return {
    targets: data.targets.map(({ id }) => id),
    placeIds: data.places.map(({ id }) => id),
    placeNames: data.places.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    units: [...new Set(statements.flatMap(({ quantity }) => quantity?.unit ?? []))],
    texts: [...searchTexts, ...data.targets.map(({ title }) => title.slice(0, 6)), '没有的词'],
    values: [...new Set(statements.flatMap(({ quantity }) => quantity?.value ?? []))],
    hitCursors: [...new Set(hits.map(hitCursor))],
    statementCursors: (field) => statements.map((statement) => statementCursor(field, statement)),
  };
}
