import type { SeedPlace, SeedResult, SeedTarget } from './format';
import { loadSeeds, type Seeds } from './load';
import { verifySeeds } from './verify';
import { normalise } from './verify-text';

const real = loadSeeds();

/** A copy of the real seeds with one planted error. */
function planted(plant: (seeds: Seeds) => void): Seeds {
  const copy = structuredClone(real);
  plant(copy);
  return copy;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the seeds no longer hold what this test plants its error in');
  return value;
}

function target(seeds: Seeds, id: string): SeedTarget {
  return found(seeds.departments.flatMap(({ targets }) => targets ?? []).find((row) => row.id === id));
}

function result(seeds: Seeds, id: string): SeedResult {
  return found(seeds.departments.flatMap(({ results }) => results ?? []).find((row) => row.id === id));
}

function place(seeds: Seeds, name: string): SeedPlace {
  return found(seeds.places.find((row) => row.name === name));
}

function quantity(seeds: Seeds, id: string) {
  return found(target(seeds, id).quantity);
}

function citation(seeds: Seeds, id: string) {
  return found(target(seeds, id).citations[0]);
}

function misspell(row: object | undefined): void {
  Object.assign(found(row), { colour: '红' });
}

/** A target with a place. */
function placed(seeds: Seeds): SeedTarget {
  return target(seeds, 'construction:6.4');
}

function mention(statement: SeedTarget, name: string, evidence: string): void {
  found(statement.places?.find((each) => each.place === `place:${name}`)).evidence = evidence;
}

function unlink(statement: SeedTarget, name: string): void {
  statement.places = statement.places?.filter((each) => each.place !== `place:${name}`);
}

function removeTarget(seeds: Seeds, id: string): void {
  for (const department of seeds.departments) {
    department.targets = department.targets?.filter((row) => row.id !== id);
  }
}

function exclude(seeds: Seeds, context: string, numeral: string): void {
  seeds.exclusions.push({ document: 'work-plan-2023', context, numeral, reason: '名称' });
}

/** The government report's text from the first passage to the end of the last. */
function reportFrom(first: string, last: string): string {
  const text = normalise(found(real.texts['government-report-2023']));
  return text.slice(text.indexOf(first), text.indexOf(last) + last.length);
}

type Case = [rule: string, plant: (seeds: Seeds) => void, message: RegExp];

const planCases: Case[] = [
  [
    'a document of unknown title',
    (s) => (found(s.documents[0]).title = '工作安排表'),
    /documents\.json.*工作安排表/,
  ],
  ['a wrong date', (s) => (s.plan.issuedOn = '2023-02-28'), /plan\.json: "2023年2月28日" is not printed/],
  [
    'an addressee that is not',
    (s) => s.plan.addressees.splice(2, 1, '市政府'),
    /plan\.json: the notice is not addressed to 区.+,市政府/,
  ],
  [
    'a document twice',
    (s) => s.documents.push(found(s.documents[0])),
    /work-plan-2023: the id occurs more than once/,
  ],
  ['a chapter left out', (s) => s.plan.chapters.pop(), /chapters must be 1–7 in order/],
  [
    'a chapter reworded',
    (s) => (found(s.plan.chapters[1]).title += '!'),
    /chapter 2: the title is not verbatim/,
  ],
  ['an item left out', (s) => s.plan.items.pop(), /items must be 1–34 in order/],
  ['an item reworded', (s) => (found(s.plan.items[4]).text += '。'), /item 5: the text is not verbatim/],
  [
    'an item in another chapter',
    (s) => (found(s.plan.items[7]).chapter = 1),
    /item 8: does not stand in chapter 1/,
  ],
  ['a heading cut short', (s) => (found(s.plan.items[0]).heading = '推动区域'), /item 1: the heading is not/],
  [
    'an item of no department',
    (s) => (s.departments = s.departments.filter(({ code }) => code !== 'safety')),
    /item 28: there is no department "safety"/,
  ],
];

const fieldCases: Case[] = [
  [
    'a document',
    (s) => misspell(s.documents[0]),
    /^plan\/documents\.json work-plan-2023: has an unknown field/,
  ],
  ['the plan', (s) => misspell(s.plan), /^plan\/plan\.json: has an unknown field/],
  ['an item', (s) => misspell(s.plan.items[4]), /^plan\/plan\.json item 5: has an unknown field/],
  ['a citation', (s) => misspell(citation(s, 'economy:2.1')), /economy:2\.1: has an unknown field/],
  ['a quantity', (s) => misspell(quantity(s, 'economy:2.1')), /economy:2\.1: has an unknown field/],
  ['a mention', (s) => misspell(placed(s).places?.[0]), /construction:6\.4: has an unknown field/],
  [
    'a relation',
    (s) => misspell(target(s, 'economy:1.2').related?.[0]),
    /economy:1\.2: has an unknown field/,
  ],
  ['an exclusion', (s) => misspell(s.exclusions[0]), /^exclusions\.json .*: has an unknown field/],
];

const placeCases: Case[] = [
  ['an id beside the name', (s) => (place(s, '张园').id = 'place:zhangyuan'), /the id must be "place:张园"/],
  [
    'two places of one id',
    (s) => s.places.push(place(s, '张园')),
    /place:张园: the id occurs more than once/,
  ],
  [
    'an alias of another place',
    (s) => (place(s, '张园').aliases = ['张园西区']),
    /"张园西区" names more than one/,
  ],
  [
    'an unknown kind',
    (s) => Object.assign(place(s, '张园'), { kind: 'VILLAGE' }),
    /no kind of place "VILLAGE"/,
  ],
  ['no evidence', (s) => (place(s, '张园').evidence = ''), /place:张园: evidence must be one sentence/],
  [
    'no citation',
    (s) => (place(s, '张园').citations = []),
    /place:张园: has neither a citation nor a source/,
  ],
  ['no source', (s) => delete place(s, '北站街道').source, /place:北站街道: lacks the source/],
  ['a source too many', (s) => (place(s, '张园').source = '地图'), /place:张园: has a source, which is only/],
  [
    'a reworded quote',
    (s) => (found(place(s, '张园').citations[0]).quote += '等'),
    /place:张园: quote is not verbatim/,
  ],
  [
    'citations of something else',
    (s) => (place(s, '张园').citations = place(s, '472街坊').citations),
    /place:张园: is not named in any of its citations/,
  ],
  ['an alias never printed', (s) => (place(s, '张园').aliases = ['张家花园']), /"张家花园" is not printed/],
  [
    'an unknown surrounding',
    (s) => (place(s, '张园').within = 'place:外滩'),
    /"place:外滩", which is not in/,
  ],
  ['a circle', (s) => (place(s, '张园').within = 'place:张园西区'), /place:张园: lies within itself/],
  ['no surrounding', (s) => (place(s, '张园').within = null), /place:张园: does not lie in the district/],
  [
    'a surrounding of the district',
    (s) => (place(s, '静安区').within = 'place:张园'),
    /the district lies within nothing/,
  ],
  [
    'a 街道 left out',
    (s) => (s.places = s.places.filter(({ name }) => name !== '北站街道')),
    /SUBDISTRICT 北站街道 is missing/,
  ],
  [
    'a 街道 too many',
    (s) => (place(s, '张园').kind = 'SUBDISTRICT'),
    /SUBDISTRICT 张园 is not in the official/,
  ],
  [
    'a field misspelt',
    (s) => Object.assign(place(s, '张园'), { alias: [] }),
    /place:张园: has an unknown field "alias"/,
  ],
];

const namingCases: Case[] = [
  [
    'the end of a section that is no place',
    (s) => (s.places = s.places.filter(({ name }) => name !== '永和路')),
    /^work-plan-2023: 永和路, an end of 「\(汶水路—永和路\)」, is not in the gazetteer$/,
  ],
  [
    'an end that only the report prints',
    (s) => (s.places = s.places.filter(({ name }) => name !== '浙江北路')),
    /^government-report-2023: 浙江北路, an end of 「（浙江北路—福建北路）」, is not in the gazetteer$/,
  ],
  [
    'a road without its section',
    (s) => mention(target(s, 'construction:6.9'), '平陆路', '平陆路'),
    /construction:6\.9: evidence of place:平陆路 must be 「平陆路\(汶水路—永和路\)」/,
  ],
  [
    'a section without its end',
    (s) => unlink(target(s, 'construction:6.9'), '永和路'),
    /construction:6\.9: is linked to a place as 「平陆路\(汶水路—永和路\)」, but not to 永和路 in it/,
  ],
  [
    'an address without its road',
    (s) => unlink(target(s, 'livelihood:22.5'), '共和新路'),
    /livelihood:22\.5: is linked to a place as 「共和新路802弄」, but not to 共和新路 in it/,
  ],
  [
    'a place named and linked by nobody',
    (s) => unlink(target(s, 'livelihood:r6.4'), '辅德里'),
    /livelihood:r6\.4: no statement of this text is linked to 辅德里/,
  ],
  [
    'a place named beside another and linked by nobody',
    (s) => unlink(target(s, 'livelihood:22.4'), '蕃瓜弄'),
    /livelihood:22\.5: no statement of this text is linked to 蕃瓜弄/,
  ],
  [
    "a place of the report's spelling",
    (s) =>
      Object.assign(place(s, '区疾病预防控制机构'), {
        name: '区疾病预防控制中心',
        aliases: ['区疾病预防控制机构'],
      }),
    /区疾病预防控制机构: the plan spells it "区疾病预防控制机构"/,
  ],
];

const statementCases: Case[] = [
  [
    'a folder of no department',
    (s) => s.departments.push({ code: 'culture', targets: [], results: [] }),
    /^culture is no department of schema\/departments\.json$/,
  ],
  ['no targets.json', (s) => delete found(s.departments[0]).targets, /^construction has no targets\.json$/],
  ['no results.json', (s) => delete found(s.departments[0]).results, /^construction has no results\.json$/],
  [
    'a quote reworded',
    (s) => (citation(s, 'economy:2.1').quote += '左右'),
    /economy:2\.1: quote is not verbatim/,
  ],
  [
    'a locator that points nowhere',
    (s) => (citation(s, 'economy:2.1').locator = '第35项'),
    /"第35项" points nowhere/,
  ],
  [
    'a locator of another passage',
    (s) => (citation(s, 'economy:2.1').locator = '第3项'),
    /quote is not in 第3项/,
  ],
  [
    'a quote too short to place',
    (s) => (citation(s, 'economy:2.1').quote = '家'),
    /quote occurs \d+ times in 第2项/,
  ],
  [
    'an unknown document',
    (s) => Object.assign(citation(s, 'economy:2.1'), { document: 'plan' }),
    /cites an unknown document "plan"/,
  ],
  ['no citation', (s) => (target(s, 'economy:2.1').citations = []), /economy:2\.1: has no citation/],
  [
    'a text of its own',
    (s) => (target(s, 'economy:2.1').text += '!'),
    /economy:2\.1: text is in none of its quotes/,
  ],
  ['no title', (s) => (target(s, 'economy:2.1').title = ' '), /economy:2\.1: has no title/],
  [
    'a field left out',
    (s) => delete (target(s, 'economy:2.1') as Partial<SeedTarget>).kind,
    /economy:2\.1: lacks the field "kind"/,
  ],
  [
    'a field misspelt',
    (s) => Object.assign(target(s, 'economy:2.1'), { baseLine: '' }),
    /economy:2\.1: has an unknown field "baseLine"/,
  ],
  [
    'an id twice',
    (s) => (target(s, 'economy:2.2').id = 'economy:2.1'),
    /economy economy:2\.1: the id occurs more/,
  ],
  ['an id out of order', (s) => (target(s, 'economy:2.2').id = 'economy:2.9'), /economy:2\.9: out of order/],
  [
    "a result's id out of order",
    (s) => (result(s, 'economy:2022.1.2').id = 'economy:2022.1.99'),
    /economy\/results\.json economy:2022\.1\.99: out of order/,
  ],
  [
    'an id of another item',
    (s) => (target(s, 'economy:2.1').id = 'economy:3.1'),
    /the id must be "economy:2\."/,
  ],
  [
    'an id of another year',
    (s) => (result(s, 'economy:2022.1.1').id = 'economy:2021.1.1'),
    /must be "economy:2022\.1\."/,
  ],
  [
    'an unknown place',
    (s) => (found(placed(s).places?.[0]).place = 'place:外滩'),
    /"place:外滩", which is not in the/,
  ],
  [
    'evidence that names something else',
    (s) => (found(placed(s).places?.[0]).evidence = '晋元北地块'),
    /evidence does not name 江宁路54A/,
  ],
  [
    'evidence that is not printed',
    (s) => (found(placed(s).places?.[0]).evidence = '江宁路 54A'),
    /evidence of place:江宁路54A is not verbatim/,
  ],
];

const quantityCases: Case[] = [
  [
    'words that are not in the text',
    (s) => (quantity(s, 'economy:2.1').text = '一万家'),
    /"一万家" is not in the text/,
  ],
  ['another value', (s) => (quantity(s, 'economy:2.1').value = 1000), /does not print the value 1000/],
  ['another unit', (s) => (quantity(s, 'economy:2.1').unit = '户'), /does not print the unit "户"/],
  ['no unit', (s) => (quantity(s, 'economy:2.1').unit = ''), /does not print the unit ""/],
  [
    'another comparator',
    (s) => (quantity(s, 'economy:2.7').comparator = 'EXACTLY'),
    /reads ABOUT, not EXACTLY/,
  ],
  [
    'an unknown measure',
    (s) => Object.assign(quantity(s, 'economy:2.1'), { measure: 'SUM' }),
    /there is no measure "SUM"/,
  ],
  [
    'growth in 家',
    (s) => (quantity(s, 'economy:2.1').measure = 'GROWTH'),
    /growth must be in %, but is in "家"/,
  ],
  [
    'a figure without a quantity',
    (s) => delete target(s, 'economy:2.1').quantity,
    /has a quantity exactly when/,
  ],
  [
    'a quantity without a figure',
    (s) => (target(s, 'economy:2.1').kind = 'TREND'),
    /has a quantity exactly when/,
  ],
  [
    'a rate that is not printed',
    (s) => (result(s, 'economy:2022.1.1').yearOnYear = 0.43),
    /economy:2022\.1\.1: no 同比 0\.43% is printed/,
  ],
  [
    'a rise told as a fall',
    (s) => (result(s, 'economy:2022.1.1').yearOnYear = -0.34),
    /economy:2022\.1\.1: no 同比 -0\.34% is printed/,
  ],
];

const targetCases: Case[] = [
  [
    'an unknown kind',
    (s) => Object.assign(target(s, 'economy:2.1'), { kind: 'GOAL' }),
    /no kind of target "GOAL"/,
  ],
  [
    'another year',
    (s) => Object.assign(target(s, 'economy:2.1'), { year: 2022 }),
    /a target is of the year 2023/,
  ],
  [
    'a result of another year',
    (s) => Object.assign(result(s, 'economy:2022.1.1'), { year: 2023 }),
    /of the year 2022/,
  ],
  [
    'an item and a section',
    (s) => (target(s, 'economy:2.1').section = 1),
    /must have either an item or a section/,
  ],
  ['neither', (s) => delete target(s, 'economy:2.1').item, /must have either an item or a section/],
  ['an item that is not', (s) => (target(s, 'economy:2.1').item = 35), /economy:2\.1: there is no item 35/],
  ["another department's item", (s) => (target(s, 'economy:2.1').item = 20), /item 20 belongs to livelihood/],
  [
    'a citation of another item',
    (s) => (target(s, 'economy:2.1').item = 3),
    /first citation must be from 第3项/,
  ],
  [
    'a section cited elsewhere',
    (s) => (target(s, 'economy:r1.1').section = 2),
    /must be from 第二部分（二）/,
  ],
  [
    'a section that cites the plan',
    (s) => target(s, 'economy:r1.1').citations.push(citation(s, 'economy:2.1')),
    /economy:r1\.1: has a section, yet cites the plan/,
  ],
  [
    'a result cited elsewhere',
    (s) => (result(s, 'economy:2022.1.1').section = 2),
    /must be from 第一部分（二）/,
  ],
  [
    'everyTown reworded',
    (s) => (target(s, 'economy:2.1').everyTown = '全部街镇'),
    /everyTown is not verbatim/,
  ],
  [
    'a baseline that is not',
    (s) => (target(s, 'economy:1.3').baseline = 'economy:1.1'),
    /"economy:1\.1" is no result/,
  ],
  [
    "another department's baseline",
    (s) => (target(s, 'economy:1.3').baseline = 'safety:2022.2.1'),
    /baseline "safety:2022\.2\.1" is safety's/,
  ],
  [
    'a baseline in another unit',
    (s) => (target(s, 'economy:2.1').baseline = 'economy:2022.1.1'),
    /"economy:2022\.1\.1" is in 亿元, the target in 家/,
  ],
  [
    'a baseline without growth',
    (s) => (target(s, 'economy:1.1').baseline = 'economy:2022.1.3'),
    /"economy:2022\.1\.3" gives no growth/,
  ],
  [
    'a relation to nothing',
    (s) => (target(s, 'economy:2.1').related = [{ id: 'economy:99.1', note: '同一事项' }]),
    /is related to "economy:99\.1", which does not exist/,
  ],
  [
    'a relation to itself',
    (s) => (target(s, 'economy:2.1').related = [{ id: 'economy:2.1', note: '同一事项' }]),
    /is related to itself/,
  ],
  [
    'a relation without a note',
    (s) => (target(s, 'economy:2.1').related = [{ id: 'economy:2.2', note: '' }]),
    /does not say how "economy:2\.2" differs/,
  ],
  [
    "another trade's detail",
    (s) => (target(s, 'economy:2.1').details = { protects: '企业' }),
    /"protects" is not of the/,
  ],
  [
    'a detail reworded',
    (s) => (target(s, 'economy:2.1').details = { industry: '公司' }),
    /"industry" is not verbatim/,
  ],
  [
    'an unknown stage',
    (s) => Object.assign(found(placed(s).details), { stage: 'DONE' }),
    /construction:6\.4: there is no stage "DONE"/,
  ],
];

const numeralCases: Case[] = [
  [
    'a figure left out',
    (s) => removeTarget(s, 'economy:2.1'),
    /work-plan-2023: the numeral 10000 at \d+ .* is in no entry, no place's name and no exclusion/,
  ],
  [
    'a figure cited from one document only',
    (s) => target(s, 'economy:2.1').citations.splice(1),
    /government-report-2023: the numeral 10000 at \d+ .* is in no entry/,
  ],
  [
    'a rate left out',
    (s) => delete result(s, 'economy:2022.1.1').yearOnYear,
    /government-report-2023: the numeral 0\.34 at \d+ .* is in no entry/,
  ],
  [
    'a figure that merely lies in the quote of another',
    (s) => removeTarget(s, 'construction:6.3'),
    /work-plan-2023: the numeral 12 at \d+ .* is in no entry/,
  ],
  [
    'a number of a place that is not in the gazetteer',
    (s) => (s.places = s.places.filter(({ name }) => name !== '天目西路街道120街坊')),
    /government-report-2023: the numeral 120 at \d+ .* is in no entry/,
  ],
  [
    'a figure told twice',
    (s) => Object.assign(target(s, 'economy:2.2'), { ...target(s, 'economy:2.1'), id: 'economy:2.2' }),
    /the numeral 10000 at \d+ .* is claimed by more than one entry: .*economy:2\.1, .*economy:2\.2/,
  ],
  [
    'a text that its quote holds twice',
    (s) => (target(s, 'economy:2.3').text = '20家'),
    /economy:2\.3: the text stands 2 times in its quote; make it longer/,
  ],
  [
    'a figure that its text holds twice',
    (s) => (target(s, 'economy:2.3').text = citation(s, 'economy:2.3').quote),
    /economy:2\.3: "20家" stands 2 times in the text; make it longer/,
  ],
  [
    'another quote that holds the figure twice',
    (s) =>
      Object.assign(found(target(s, 'economy:3.4').citations[1]), {
        locator: '第二部分（一）第2段',
        quote: reportFrom('构 20 家、', '企业 20 家左右'),
      }),
    /economy:3\.4: cannot tell which 20 of this quote is its figure/,
  ],
  ['an exclusion left out', (s) => s.exclusions.splice(0, 1), /the numeral 2023 at \d+ .* is in no entry/],
  ['an exclusion of nothing', (s) => exclude(s, '15分钟早餐圈', '15'), /「15分钟早餐圈」: does not occur/],
  ['an exclusion without its numeral', (s) => exclude(s, '推动招商引资增质', '7'), /holds no numeral 7/],
  [
    'an exclusion of half a numeral',
    (s) => exclude(s, '新增注册企业10000家', '1000'),
    /holds no numeral 1000/,
  ],
  ['an exclusion in many places', (s) => exclude(s, '全年新增', '1'), /「全年新增」: occurs \d+ times/],
  ['an exclusion of two', (s) => exclude(s, '新建1个市民健身驿站、1个', '1'), /holds 1 more than once/],
  [
    'an exclusion of a figure',
    (s) => exclude(s, '新增注册企业10000家', '10000'),
    /10000 at .* is excluded, although/,
  ],
  ['an exclusion twice', (s) => s.exclusions.push(found(s.exclusions[0])), /is excluded more than once/],
  ['an exclusion outside the body', (s) => exclude(s, '2023年2月27日', '27'), /covers nothing of the body/],
  [
    'an exclusion without a reason',
    (s) => (found(s.exclusions[0]).reason = ''),
    /exclusions\.json .*: gives no reason/,
  ],
  [
    'an exclusion of an unknown document',
    (s) => Object.assign(found(s.exclusions[0]), { document: 'plan' }),
    /exclusions\.json .*: there is no document "plan"/,
  ],
];

describe('the seeds', () => {
  it('hold to the two documents', () => {
    const { problems, summary } = verifySeeds(real);

    expect(problems).toEqual([]);
    expect(summary).toMatch(/34 items\nnumerals: \d+ figures, \d+ in names, 34 item numbers, \d+ excluded$/);
  });

  it('are left as they were', () => {
    const copy = structuredClone(real);

    verifySeeds(copy);

    expect(copy).toEqual(real);
  });

  describe.each([
    ['the plan', planCases],
    ['an unknown field', fieldCases],
    ['the gazetteer', placeCases],
    ['the naming of places', namingCases],
    ['statements', statementCases],
    ['quantities', quantityCases],
    ['targets and results', targetCases],
    ['numerals', numeralCases],
  ])('%s', (_, cases) => {
    it.each(cases)('do not pass with: %s', (_rule, plant, message) => {
      const { problems } = verifySeeds(planted(plant));

      expect(problems).toContainEqual(expect.stringMatching(message));
    });
  });
});
