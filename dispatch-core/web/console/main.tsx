import { start } from '../shared/start';
import './console.css';
import { App } from './App';

start(App);
