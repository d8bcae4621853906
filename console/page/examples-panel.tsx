import { formatShortcutForOS, KEY_MAP, PlayIcon, useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import examples from 'console:examples';
import type { Example } from './example';
import { ExamplesIcon } from './icons';
import { useOpenExample } from './open-example';

export const EXAMPLES_PLUGIN: GraphiQLPlugin = {
  title: '示例 Examples',
  icon: ExamplesIcon,
  content: ExamplesPanel,
};

function ExamplesPanel() {
  const current = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query?.trim() ?? '');
  return (
    <section className="plan-examples" aria-label="示例 Examples">
      <h2>
        示例 <small>Examples</small>
      </h2>
      <p>
        点一条放进编辑器，按 <kbd>{formatShortcutForOS(KEY_MAP.runQuery.key)}</kbd> 运行；点 ▶ 直接运行。
      </p>
      <ol>
        {examples.map((example) => (
          <ExampleItem key={example.id} example={example} isCurrent={example.query.trim() === current} />
        ))}
      </ol>
    </section>
  );
}

function ExampleItem({ example, isCurrent }: { example: Example; isCurrent: boolean }) {
  const { openExample, runExample } = useOpenExample();
  return (
    <li className={isCurrent ? 'current' : ''}>
      <button
        type="button"
        className="plan-example-open"
        title={example.english}
        aria-current={isCurrent || undefined}
        onClick={() => openExample(example)}
      >
        <strong>
          {example.title}
          {example.writes && <span className="plan-badge">写入</span>}
        </strong>
        <span>{example.description}</span>
      </button>
      {!example.writes && (
        <button
          type="button"
          className="plan-example-run"
          aria-label={`运行：${example.title}`}
          title="运行 Run"
          onClick={() => runExample(example)}
        >
          <PlayIcon aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
