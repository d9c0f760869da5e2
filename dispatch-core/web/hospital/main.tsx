import { start } from '../shared/start';
import './hospital.css';
import { App } from './App';

start(App);
