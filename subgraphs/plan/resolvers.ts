import { departmentCodes, departments, entityNames } from '../../schema/departments';
import { badInput } from '../../schema/errors';
import { isId, isWholeNumber } from '../../lists/contract/bounds';
import * as connections from './connections';
import type { Context } from './context';
import { requireSupplied } from '../../lists/merge/slices';
import { resultConnection, searchConnection, targetConnection } from '../../lists/ask/selectors';
import type { Resolvers } from './types.generated';

export const resolvers: Resolvers = {
  ...connections,
  Query: {
    plan: async (_, { year }, { loaders }) =>
      (await loaders.plans.load('all')).find((plan) => plan._id === year) ?? null,
    chapter: (_, { number }, context) => chapterOf(number, context),
    workItem: (_, { number }, { loaders }) => loaders.item.load(number),
    departments: () => departments.map(({ code }) => ({ code })),
    department: (_, { code }) => (isDepartment(code) ? { code } : null),
    place: (_, { id, name }, { loaders }) => {
      if ((id == null) === (name == null)) throw badInput('id', 'Give id or name, one of the two.');
      return id == null ? loaders.placeByName.load(name ?? '') : loaders.place.load(id);
    },
    places: async (_, { kind, within }, { store, loaders }) => {
      if (within != null && !(await loaders.place.load(within))) {
        throw badInput('within', `within must be the id of a place, but got: ${within}.`);
      }
      return store.places(kind ?? undefined, within ?? undefined);
    },
    target: (_, { id }) => targetReference(id),
    targets: (_, args, context) => targetConnection(args, context),
    results: (_, args, context) => resultConnection(args, context),
    search: (_, args) => searchConnection(args),
  },
  Plan: {
    year: (plan) => plan._id,
    targets: (plan, args, context) => targetConnection(args, context, { year: [plan._id] }),
  },
  Chapter: {
    __resolveReference: async ({ number }, context) => chapterOf(number, context),
    items: (chapter, _, { loaders }) => loaders.itemsOfChapter.load(chapter.number),
    targets: (chapter, args, context) => targetConnection(args, context, { chapters: [chapter.number] }),
  },
  WorkItem: {
    __resolveReference: async ({ number }, { loaders }) =>
      isWholeNumber(number) ? loaders.item.load(number) : null,
    number: (item) => item._id,
    chapter: async (item, _, context) =>
      required(await chapterOf(item.chapter, context), `chapter ${item.chapter}`),
    department: (item) => ({ code: item.department }),
    targets: (item, args, context) => targetConnection(args, context, { items: [item._id] }),
  },
  Department: {
    __resolveReference: async (department) => (isDepartment(department.code) ? department : null),
    name: ({ code }) => required(departments.find((each) => each.code === code)?.name, `department ${code}`),
    items: ({ code }, _, { loaders }) => loaders.itemsOfDepartment.load(code),
    targets: ({ code }, args, context) => targetConnection(args, context, { departments: [code] }),
    available: (department) => {
      const answered = department[department.code];
      return answered === null ? false : requireSupplied(answered, department.code) === true;
    },
  },
  Citation: {
    document: async ({ document }, _, { loaders }) =>
      required(await loaders.document.load(document), `document ${document}`),
  },
  Document: {
    __resolveReference: async ({ id }, { loaders }) => (isId(id) ? loaders.document.load(id) : null),
    id: (document) => document._id,
  },
  Place: {
    __resolveReference: async ({ id }, { loaders }) => (isId(id) ? loaders.place.load(id) : null),
    id: (place) => place._id,
    aliases: (place) => place.names.slice(1),
    within: (place, _, { loaders }) => (place.within === null ? null : loaders.place.load(place.within)),
    contains: (place, _, { loaders }) => loaders.placesDirectlyIn.load(place._id),
    targets: (place, { reach, ...args }, context) => targetConnection(args, context, {}, { place, reach }),
  },
};

const isDepartment = (code: string): boolean => departmentCodes.includes(code);

/** `economy:2.1` → a reference to an EconomyTarget. Only the owner knows whether the target exists. */
function targetReference(id: string) {
  const code = id.slice(0, Math.max(id.indexOf(':'), 0));
  return isDepartment(code) ? { __typename: entityNames(code).target, ref: id } : null;
}

async function chapterOf(number: number, { loaders }: Context) {
  const plans = await loaders.plans.load('all');
  return plans.flatMap((plan) => plan.chapters).find((chapter) => chapter.number === number) ?? null;
}

/** @throws when the seeds lack a document that another of them refers to */
function required<T>(value: T | null | undefined, name: string): T {
  if (value == null) throw new Error(`The plan office must have ${name}, but has not.`);
  return value;
}
