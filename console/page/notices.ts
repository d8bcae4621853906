import { isObject, isObjects, type Json, type JsonObject } from './json';

export interface Notice {
  readonly kind: 'error' | 'missing';
  readonly text: string;
}

/** A code in the reader's words, shown before the server's message. */
const MEANINGS: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: '参数有误',
  CONFLICT: '已有更新的填报，请重新读取修订号后再写',
  DEPARTMENT_UNAVAILABLE: '有部门暂时不能作答',
  FORBIDDEN: '没有此项权限',
  OUTCOME_UNKNOWN: '写入结果不明，请先重新读取再填报',
  SCHEMA_MISMATCH: '有部门的数据接口与约定不符',
  UNAUTHENTICATED: '尚未表明身份',
  GRAPHQL_PARSE_FAILED: '查询的写法有误',
  GRAPHQL_VALIDATION_FAILED: '查询与模式不符',
  INTERNAL_SERVER_ERROR: '服务内部出错',
  PERSISTED_QUERY_NOT_FOUND: '没有这条登记的查询',
};

/** Warnings above an answer: first the departments that are missing from it, then its errors, each once. */
export function readNotices(answer: Json | undefined): Notice[] {
  if (!isObject(answer)) return [];
  const names = new Set<string>();
  collectMissing(answer.data ?? null, names);
  const missing: Notice[] =
    names.size > 0
      ? [
          {
            kind: 'missing',
            text: `未能作答的部门：${[...names].join('、')}。所示不含其内容。 Shown without these departments.`,
          },
        ]
      : [];
  const errors = isObjects(answer.errors) ? answer.errors : [];
  const texts = new Set(errors.map(describeError));
  return [...missing, ...[...texts].map((text): Notice => ({ kind: 'error', text }))];
}

function collectMissing(value: Json, names: Set<string>): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json) => collectMissing(item, names));
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'missing' && isObjects(member))
        member.forEach((department) => names.add(nameOf(department)));
      else collectMissing(member, names);
    }
  }
}

function nameOf({ name, code }: JsonObject): string {
  return typeof name === 'string' ? name : typeof code === 'string' ? code : '有部门';
}

function describeError(error: JsonObject): string {
  const code = isObject(error.extensions) ? error.extensions.code : undefined;
  const meaning = typeof code === 'string' ? (MEANINGS[code] ?? code) : undefined;
  const message = typeof error.message === 'string' ? error.message : '没有说明';
  const path = Array.isArray(error.path) ? `（${error.path.join('.')}）` : '';
  return `${meaning ? `${meaning}：` : ''}${message}${path}`;
}
