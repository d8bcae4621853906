import type { SubgraphResponse } from './source';

/** A response in which data are an object or null, and errors a list; undefined for one that has neither data nor errors. */
export function checkResponse(response: SubgraphResponse): SubgraphResponse | undefined {
  const { data, errors = [] }: { readonly data?: unknown; readonly errors?: unknown } = response;
  const hasData = typeof data === 'object' && data !== null && !Array.isArray(data);
  const hasErrors = Array.isArray(errors) && errors.length > 0;
  if (hasData) return hasErrors || response.errors === undefined ? response : { data: response.data };
  return hasErrors ? { data: null, errors: response.errors } : undefined;
}
