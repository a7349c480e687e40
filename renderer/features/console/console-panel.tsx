import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsoleCatalogue } from '../../../shared/domain/console';
import { consoleQueries } from '../../ipc/console-queries';
import { useWorkspace } from '../../state/workspace-store';
import { Panel } from '../../ui/panel';
import { Skeleton } from '../../ui/skeleton';
import { HistoryPage } from './history-page';
import { MethodList } from './method-list';
import { MethodPage } from './method-page';
import { useRuns } from './run-history';
import { TopicPage } from './topic-page';
import './console.css';

/** Every method and topic of the gateway as a form: what IBKR is asked, and what it says, word for word. */
export function ConsolePanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const { data: catalogue } = useQuery(consoleQueries.catalogue(accountId));
  return (
    <Panel name="Gateway console" className="console">
      {catalogue === undefined ? (
        <Skeleton rows={8} label="Loading the methods" />
      ) : (
        <Catalogue key={accountId} catalogue={catalogue} />
      )}
    </Panel>
  );
}

export type Chosen =
  | { readonly kind: 'method' | 'topic'; readonly name: string; readonly argumentsJson?: string }
  | { readonly kind: 'history' };

function Catalogue({ catalogue }: { readonly catalogue: ConsoleCatalogue }) {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'method', name: 'receiveBrokerageAccounts' });
  const runs = useRuns();
  const method =
    chosen.kind === 'method' ? catalogue.methods.find(({ name }) => name === chosen.name) : undefined;
  const topic =
    chosen.kind === 'topic' ? catalogue.topics.find(({ name }) => name === chosen.name) : undefined;
  return (
    <div className="console-frame">
      <MethodList catalogue={catalogue} chosen={chosen} onChoose={setChosen} runs={runs.length} />
      {method !== undefined && (
        <MethodPage
          key={`${method.name} ${chosen.kind === 'method' ? (chosen.argumentsJson ?? '') : ''}`}
          method={method}
          argumentsJson={chosen.kind === 'method' ? (chosen.argumentsJson ?? method.example) : method.example}
        />
      )}
      {topic !== undefined && <TopicPage key={topic.name} topic={topic} />}
      {chosen.kind === 'history' && <HistoryPage runs={runs} onChoose={setChosen} />}
    </div>
  );
}
