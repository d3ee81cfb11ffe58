// SPDX-License-Identifier: Apache-2.0
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app';
import { pickLanguage, startWords } from './lib/i18n';
import { currentToken } from './lib/token';
import './theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void currentToken(); // a session from before begins to come back while the words load
await startWords(pickLanguage(navigator.languages));
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
