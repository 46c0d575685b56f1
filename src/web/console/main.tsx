import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import '@mantine/core/styles/default-css-variables.css';
import './css/index.css';
import { createQueries } from './api/queries.js';
import { SessionProvider } from './api/session.js';
import { App } from './app.js';
import { startWords } from './words/i18n.js';

const page = document.getElementById('page');
await startWords();
if (page) {
  createRoot(page).render(
    <StrictMode>
      {/* What Mantine would write into a <style> stands in stylesheets: the content security policy allows no other. */}
      <MantineProvider withCssVariables={false} withGlobalClasses={false} deduplicateCssVariables={false}>
        <QueryClientProvider client={createQueries()}>
          <SessionProvider>
            <Router base="/desk">
              <App />
            </Router>
          </SessionProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
