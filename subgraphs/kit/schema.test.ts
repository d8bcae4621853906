import { isScalarType, Kind, type GraphQLScalarType } from 'graphql';
import { departmentCodes } from '../../schema/departments';
import { readSubgraphSchema } from './schema';

const schema = readSubgraphSchema(departmentCodes[0] ?? '', {});

function scalar(name: string): GraphQLScalarType {
  const type = schema.getType(name);
  if (!isScalarType(type)) throw new Error(`${name} must be a scalar.`);
  return type;
}

it.each(['2023-02-27', '2024-02-29', '0001-01-01'])('%s is a Date, as a variable and in a query', (day) => {
  expect(scalar('Date').parseValue(day)).toBe(day);
  expect(scalar('Date').parseLiteral({ kind: Kind.STRING, value: day })).toBe(day);
});

it.each(['2023-02-29', '2023-02-30', '2023-13-01', '2023-2-7', '2023-02-27T00:00:00Z', '', 20230227, null])(
  '%j is no Date',
  (value) => {
    expect(() => scalar('Date').parseValue(value)).toThrow(
      expect.objectContaining({
        message: `A Date must be a day such as 2023-02-27, but got: ${JSON.stringify(value)}.`,
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    );
  },
);

it('a literal that is no text is no Date', () => {
  expect(() => scalar('Date').parseLiteral({ kind: Kind.INT, value: '2023' })).toThrow(
    'A Date must be a day',
  );
});

it('a DateTime is written in UTC, whether it is stored as an instant or as text', () => {
  expect(scalar('DateTime').serialize(new Date('2023-02-27T08:00:00+08:00'))).toBe(
    '2023-02-27T00:00:00.000Z',
  );
  expect(scalar('DateTime').serialize('2023-02-27T00:00:00.000Z')).toBe('2023-02-27T00:00:00.000Z');
});
