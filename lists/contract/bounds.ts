/** In UTF-16 units, as all lengths of texts here. Every id, name, code and unit of the plan is far shorter. */
export const longestString = 200;
export const longestText = 100;
export const longestNote = 2000;
/** In elements. */
export const longestList = 200;
/** In rows. */
export const longestPage = 500;
/** In rows. */
export const longestSearchPage = 100;
/** In characters of base64url: room for a sort key with its order and instant. */
export const longestCursor = 1600;
/** In UTF-8 bytes. Behind a list key of the longest string, a sort key still fits into an index of the embedded store. */
export const longestSortKey = 1200;

/** UTF-8 has no lone surrogate, and regular expressions of MongoDB take no null character. */
export const isPlainText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);

/** Whether a value can be an id at all. Other values stand for nothing, and no database needs to be asked for them. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longestString && isPlainText(value);

/** Whether a value can be the number of a chapter or a work item. */
export const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value);
