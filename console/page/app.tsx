import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import examples from 'console:examples';
import { EXAMPLES_PLUGIN } from './examples-panel';
import { fetchAnswer } from './fetcher';
import { PageHabits } from './page-habits';
import { prepareFirstVisit } from './preferences';
import { ResultPanel } from './result-panel';

// One list for the life of the page: GraphiQL takes another array for a change of plugins.
const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
const showExamples = prepareFirstVisit();

export function App() {
  const linked = readLink();
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      plugins={PLUGINS}
      visiblePlugin={showExamples ? EXAMPLES_PLUGIN : undefined}
      defaultQuery={examples[0]?.query ?? ''}
      initialQuery={linked?.query}
      initialVariables={linked?.variables}
      defaultEditorToolsVisibility
    >
      <GraphiQL.Logo>
        <span className="plan-logo">
          静安计划图 <small>Jing’an Plan Graph</small>
        </span>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <ResultPanel />
      </GraphiQL.Footer>
      <PageHabits />
    </GraphiQL>
  );
}

/** `/graphiql?example=pengpu-targets` opens that example, `?query=…&variables=…` any query. */
function readLink(): { query: string; variables: string } | undefined {
  const link = new URLSearchParams(location.search);
  const query = link.get('query');
  if (query) return { query, variables: link.get('variables') ?? '' };
  return examples.find(({ id }) => id === link.get('example'));
}
