import { join } from 'node:path';
import { departmentCodes } from '../../schema/departments';
import { mountSmallDisk } from 'embedded-mongo/testing';
import { startTestSystem } from '../testing/test-system';

const disk = mountSmallDisk(64);
afterAll(() => disk?.remove());

const report = (id: string) =>
  `mutation { reportSafetyProgress(input: { targetId: "${id}", note: "${'进展'.repeat(900)}", expectedRevision: 0 }) { revision } }`;
const counts = '{ targets { totalCount missing { code } facets { statuses { value count } } } }';
const countsAre = (reported: number) => ({
  data: {
    targets: {
      totalCount: 270,
      missing: [],
      facets: {
        statuses: [
          { value: 'UNREPORTED', count: 270 - reported },
          ...(reported > 0 ? [{ value: 'UNDER_WAY', count: reported }] : []),
        ],
      },
    },
  },
});

(disk ? describe : describe.skip).each([
  ['in one process', []],
  ['over HTTP', [...departmentCodes, 'plan']],
])('departments on a full disk, %s', (name, alone) => {
  it('refuse reports by a code, answer every list, and take reports again when there is room', async () => {
    const system = await startTestSystem({
      alone,
      env: { DATA_DIR: join(disk?.directory ?? '', name), DATABASE_PREFIX: 'full_' },
    });
    try {
      disk?.fill(1);
      const refused = await system.query(report('safety:28.1'));
      const whileFull = await system.query(counts);
      disk?.makeRoom();
      const accepted = await system.query(report('safety:28.1'));
      const afterwards = await system.query(counts);

      expect(refused.body.errors).toMatchObject([
        {
          path: ['reportSafetyProgress'],
          extensions: { code: 'INSUFFICIENT_STORAGE', department: 'safety' },
        },
      ]);
      expect(whileFull.body).toEqual(countsAre(0));
      expect(accepted.body).toEqual({ data: { reportSafetyProgress: { revision: 1 } } });
      expect(afterwards.body).toEqual(countsAre(1));
    } finally {
      await system.close();
    }
  }, 60_000);
});
