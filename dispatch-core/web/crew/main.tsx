import { start } from '../shared/start';
import './crew.css';
import { App } from './App';

start(App);
