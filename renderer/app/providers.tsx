import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTheme } from '../state/preferences';
import { useWorkspace } from '../state/workspace-store';
import { DiscreetContext } from '../ui/discreet';
import { queryClient } from './query-client';

/** Mantine writes no style element here: our CSP allows none, so its variables come from tokens.css. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const discreet = useWorkspace((workspace) => workspace.discreet);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        forceColorScheme={theme === 'light' ? 'light' : 'dark'}
        withCssVariables={false}
        withGlobalClasses={false}
        withStaticClasses={false}
      >
        <DiscreetContext value={discreet}>{children}</DiscreetContext>
      </MantineProvider>
    </QueryClientProvider>
  );
}
