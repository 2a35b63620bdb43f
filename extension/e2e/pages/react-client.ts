import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './react-app.ts';

const root = document.getElementById('root');
if (root !== null) hydrateRoot(root, createElement(App));
