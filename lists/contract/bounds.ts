/** In UTF-16 units: every id, name, code and unit of the plan is far shorter. */
export const longestString = 200;
export const longestText = 100;
export const longestNote = 2000;
/** Elements of a list, whatever they are. */
export const longestList = 200;
export const longestPage = 500;
export const longestSearchPage = 100;
/** In base64: a sort key with its order and instant. */
export const longestCursor = 1600;
/** In UTF-8 bytes. With the longest way before it, a sort key still fits into an index of the embedded store. */
export const longestSortKey = 1200;

/** UTF-8 has no lone surrogate, and regular expressions of MongoDB take no null character. */
export const isPlainText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);

/** Whether a value can be the id of anything: of other values it is known that they stand for nothing. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longestString && isPlainText(value);

/** Whether a value can be the number of a chapter or an item. */
export const isWholeNumber = (value: unknown): value is number => Number.isSafeInteger(value);
