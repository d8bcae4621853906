import { type Document } from 'mongodb';

export const ORDER = { position: 1, _id: 1 } as const;
export const BACK = { position: -1, _id: -1 } as const;
export const ids = async (found: { toArray(): Promise<Document[]> }): Promise<unknown[]> =>
  (await found.toArray()).map(({ _id }) => _id as unknown);

export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return { unexpected: await promise };
  } catch (error) {
    const { code, keyPattern, keyValue } = error as Document;
    return {
      code: code as unknown,
      ...(keyPattern ? { keyPattern: keyPattern as unknown, keyValue: keyValue as unknown } : {}),
    };
  }
}
