import { notImplemented } from '../errors';
import { arithmetic } from './arithmetic';
import { arrayWalks } from './array-walks';
import { arrays } from './arrays';
import { bits } from './bits';
import { conditions } from './conditions';
import { conversions } from './conversions';
import { dates } from './dates/operators';
import { dateTexts } from './dates/texts';
import { functions } from './functions';
import { objects } from './objects';
import { patterns } from './patterns';
import { rounding } from './rounding';
import { sets } from './sets';
import { strings } from './strings';
import { substrings } from './substrings';
import { summaries } from './summaries';
import { type Operators } from './types';
import { variables } from './variables';

/** MongoDB has these and the embedded store has not. */
const REFUSED = [
  '$function',
  '$accumulator',
  '$meta',
  '$sampleRate',
  '$toHashedIndexKey',
  '$toUUID',
  '$tsSecond',
  '$tsIncrement',
];

const refused: Operators = Object.fromEntries(
  REFUSED.map((name) => [
    name,
    () => {
      throw notImplemented(`The expression ${name}`);
    },
  ]),
);

/** Every operator of aggregation expressions, by its name. */
export const operators: Operators = {
  ...arithmetic, ...arrays, ...arrayWalks, ...bits, ...conditions, ...conversions, ...dates, ...dateTexts, ...functions,
  ...objects, ...patterns, ...rounding, ...sets, ...strings, ...substrings, ...summaries, ...variables, ...refused,
}; // prettier-ignore
