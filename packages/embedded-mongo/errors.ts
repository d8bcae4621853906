import { type Document } from 'bson';

/** MongoDB's codes of the errors that this server answers with. */
const ErrorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  UnsupportedFormat: 12,
  TypeMismatch: 14,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  InvalidDBRef: 55,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidIndexSpecificationOption: 197,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConcernFailed: 64,
  CommandNotSupportedOnView: 166,
  CommandNotSupported: 115,
  OperationFailed: 96,
  CannotIndexParallelArrays: 171,
  DuplicateKey: 11000,
  BSONObjectTooLarge: 10334,
  OutOfDiskSpace: 14031,
  KeyTooLong: 17280,
  Location5447000: 5447000,
  InvalidPipelineOperator: 168,
  Location16410: 16410,
  Location16746: 16746,
  QueryFeatureNotAllowed: 224,
  Location15958: 15958,
  Location15959: 15959,
  Location28803: 28803,
  Location40601: 40601,
  Location40602: 40602,
  Location51132: 51132,
  MergeStageNoMatchingDocument: 13113,
  Location40324: 40324,
  Location40323: 40323,
  Location40414: 40414,
  Location40415: 40415,
  Location51024: 51024,
  Location31249: 31249,
  Location31250: 31250,
  Location31253: 31253,
  Location31254: 31254,
  NotImplemented: 238,
  SearchNotEnabled: 31082,
  Location40573: 40573,
  NotAReplicaSet: 123,
  APIVersionError: 322,
  Location17276: 17276,
  Location51091: 51091,
  Location51108: 51108,
  Location51183: 51183,
  Location16990: 16990,
  Location15947: 15947,
  Location15955: 15955,
  Location15976: 15976,
  Location28746: 28746,
  Location28747: 28747,
  Location28812: 28812,
  Location28818: 28818,
  Location40156: 40156,
  Location40157: 40157,
  Location40158: 40158,
  Location40160: 40160,
  Location40234: 40234,
  Location40238: 40238,
  Location51272: 51272,
  Location5107200: 5107200,
  Location5107201: 5107201,
  MessageSizeErrorTooLarge: 17423,
  ProtocolError: 17,
  Unauthorized: 13,
  MaxTimeMSExpired: 50,
  LockBusy: 46,
  DataCorruptionDetected: 275,
  InvalidBSON: 22,
  InvalidLength: 16,
  Overflow: 15,
  ConversionFailure: 241,
  ExceededMemoryLimit: 146,
  CannotBackfillArray: 155,
} as const;

/** MongoDB names an error that has only a number after it: 17276 is `Location17276`. */
export type ErrorName = keyof typeof ErrorCodes | `Location${number}`;

function codeOf(name: ErrorName): number {
  return (ErrorCodes as Readonly<Record<string, number>>)[name] ?? Number(name.slice('Location'.length));
}

/** An error for the client, with MongoDB's code, name and message. */
export class CommandError extends Error {
  readonly code: number;

  constructor(
    readonly codeName: ErrorName,
    message: string,
    /** Further fields of the answer, such as `keyPattern`. */
    readonly details: Document = {},
  ) {
    super(message);
    this.name = 'CommandError';
    this.code = codeOf(codeName);
  }

  toReply(): Document {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: this.codeName, ...this.details };
  }
}

export function badValue(message: string): CommandError {
  return new CommandError('BadValue', message);
}

/** As a MongoDB that has no search process beside it. */
export function searchNotEnabled(feature: string): CommandError {
  return new CommandError(
    'SearchNotEnabled',
    `${feature} requires additional configuration: there is no search here`,
  );
}

export function notImplemented(feature: string): CommandError {
  return new CommandError(
    'NotImplemented',
    `${feature} is not implemented by embedded-mongo; use a MongoDB server`,
  );
}
