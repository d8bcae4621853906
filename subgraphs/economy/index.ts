import { department } from '../kit';

export const subgraph = department({ code: 'economy' });
