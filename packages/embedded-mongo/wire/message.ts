import { decodePlain, encode } from '../values/codec';
import { CommandError } from '../errors';
import { type Document } from 'bson';

/** MongoDB's wire protocol: https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
export const OpCode = { reply: 1, query: 2004, compressed: 2012, message: 2013 } as const;
export const HEADER_BYTES = 16;

const Flag = { checksumPresent: 1, moreToCome: 2, exhaustAllowed: 1 << 16 } as const;
/** The lower 16 flag bits must be understood. */
const REQUIRED_FLAGS = 0xffff;
const CHECKSUM_BYTES = 4;

export interface IncomingMessage {
  readonly requestId: number;
  readonly opCode: number;
  /** The command's BSON. */
  readonly body: Buffer;
  /** Documents of an OP_MSG's sequence sections, by the name of their field. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** Whether the client expects no reply. */
  readonly moreToCome: boolean;
}

export function parseMessage(bytes: Buffer): IncomingMessage {
  const [requestId, opCode] = [bytes.readInt32LE(4), bytes.readInt32LE(12)];
  if (opCode === OpCode.message) return { requestId, opCode, ...parseSections(bytes) };
  if (opCode === OpCode.query)
    return { requestId, opCode, body: parseQuery(bytes), sequences: new Map(), moreToCome: false };
  throw new CommandError('ProtocolError', `opcode ${opCode} is not supported; OP_MSG (${OpCode.message}) is`);
}

function parseSections(bytes: Buffer): Omit<IncomingMessage, 'requestId' | 'opCode'> {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_FLAGS & ~(Flag.checksumPresent | Flag.moreToCome)) {
    throw new CommandError('ProtocolError', `OP_MSG flags ${flags} contain unknown required bits`);
  }
  const end = bytes.length - (flags & Flag.checksumPresent ? CHECKSUM_BYTES : 0);
  const sequences = new Map<string, Buffer[]>();
  let body: Buffer | undefined;
  for (let at = HEADER_BYTES + 4; at < end;) {
    const kind = bytes[at++];
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end)
      throw new CommandError('InvalidBSON', `OP_MSG section of ${size} bytes does not fit its message`);
    const section = bytes.subarray(at, at + size);
    if (kind === 0) body = section;
    else if (kind === 1) sequences.set(...parseSequence(section));
    else throw new CommandError('ProtocolError', `Unknown section kind ${kind} in OP_MSG`);
    at += size;
  }
  if (!body) throw new CommandError('ProtocolError', 'OP_MSG messages must have a body');
  return { body, sequences, moreToCome: (flags & Flag.moreToCome) !== 0 };
}

function parseSequence(section: Buffer): [string, Buffer[]] {
  const nameEnd = section.indexOf(0, 4);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length)
      throw new CommandError('InvalidBSON', `document of ${size} bytes does not fit its section`);
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
}

/** OP_QUERY is only for the first hello: flags, namespace, skip, count, then the document. */
function parseQuery(bytes: Buffer): Buffer {
  const at = bytes.indexOf(0, HEADER_BYTES + 4) + 1 + 8;
  const body = bytes.subarray(at, at + bytes.readInt32LE(at));
  const name = Object.keys(decodePlain(body))[0]?.toLowerCase();
  if (name !== 'hello' && name !== 'ismaster')
    throw new CommandError('ProtocolError', 'OP_QUERY is no longer supported, except for hello');
  return body;
}

let lastRequestId = 0;

/** Frames a reply as OP_REPLY where the request was OP_QUERY, else as OP_MSG. */
export function frameReply(reply: Document | Buffer, responseTo: number, opCode: number): Buffer[] {
  const body = Buffer.isBuffer(reply) ? reply : encode(reply);
  const isQuery = opCode === OpCode.query;
  const head = Buffer.alloc(HEADER_BYTES + (isQuery ? 20 : 5));
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE((lastRequestId = (lastRequestId + 1) & 0x7fffffff), 4);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(isQuery ? OpCode.reply : OpCode.message, 12);
  if (isQuery) head.writeInt32LE(1, HEADER_BYTES + 16);
  return [head, body];
}
