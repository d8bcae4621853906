import { GraphQLError } from 'graphql';
import { departmentCodes, typePrefix } from '../../../schema/departments';
import { badInput } from './arguments';
import type { Data, Target } from './data';
import { createViews } from './views';

interface ReportInput {
  readonly targetId: string;
  readonly value?: number | null;
  readonly note?: string | null;
  readonly asOf: string;
  readonly achieved?: boolean | null;
  readonly expectedRevision: number;
}

/** The root fields of mutations: reports that name the day they describe, taken at the instant of the clock. */
export function mutationRoot(data: Data, now: () => string) {
  const views = createViews(data);
  const report = (department: string, input: ReportInput) => {
    const target = data.targets.find((each) => each.id === input.targetId && each.department === department);
    if (!target) throw badInput('input.targetId');
    takeReport(target, input, now());
    return views.targetNamed(target.id);
  };
  return Object.fromEntries(
    departmentCodes.map((code) => [
      `report${typePrefix(code)}Progress`,
      ({ input }: { readonly input: ReportInput }) => report(code, input),
    ]),
  );
}

function takeReport(
  target: Target,
  { value, note, asOf, achieved, expectedRevision }: ReportInput,
  now: string,
): void {
  if (value == null && !note?.trim()) throw badInput('input');
  if (value != null && !target.quantity) throw badInput('input.value');
  if (expectedRevision !== target.reports.length) {
    throw new GraphQLError('Somebody reported first.', { extensions: { code: 'CONFLICT' } });
  }
  const isReached = value != null && target.quantity !== undefined && value >= target.quantity.value;
  target.reports.push({ value: value ?? null, note: note?.trim() || null, asOf, reportedAt: now });
  target.status = (achieved ?? isReached) ? 'ACHIEVED' : 'UNDER_WAY';
  target.updatedAt = now;
}
