import 'graphiql/style.css';
import './style.css';
import './result.css';
import './answer.css';
import './examples.css';
import './workers';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
