import { GraphQLError } from 'graphql';
import { departmentCodes, typePrefix } from '../../../schema/departments';
import { badInput } from './arguments';
import type { Data, Target } from './data';
import { createViews } from './views';

interface ProgressInput {
  readonly targetId: string;
  readonly value?: number | null;
  readonly note?: string | null;
  readonly asOf: string;
  readonly achieved?: boolean | null;
  readonly expectedRevision: number;
}

/** The root fields of mutations, which file progress entries at the instant of `now`. */
export function mutationRoot(data: Data, now: () => string) {
  const views = createViews(data);
  const file = (department: string, input: ProgressInput) => {
    const target = data.targets.find((each) => each.id === input.targetId && each.department === department);
    if (!target) throw badInput('input.targetId');
    fileProgress(target, input, now());
    return views.targetNamed(target.id);
  };
  return Object.fromEntries(
    departmentCodes.map((code) => [
      `report${typePrefix(code)}Progress`,
      ({ input }: { readonly input: ProgressInput }) => file(code, input),
    ]),
  );
}

function fileProgress(
  target: Target,
  { value, note, asOf, achieved, expectedRevision }: ProgressInput,
  now: string,
): void {
  if (value == null && !note?.trim()) throw badInput('input');
  if (value != null && !target.quantity) throw badInput('input.value');
  if (expectedRevision !== target.progress.length) {
    throw new GraphQLError('Somebody reported first.', { extensions: { code: 'CONFLICT' } });
  }
  const isReached = value != null && target.quantity !== undefined && value >= target.quantity.value;
  target.progress.push({ value: value ?? null, note: note?.trim() || null, asOf, reportedAt: now });
  target.status = (achieved ?? isReached) ? 'ACHIEVED' : 'UNDER_WAY';
  target.updatedAt = now;
}
