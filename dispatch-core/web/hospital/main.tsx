import { start } from '../shared/start';
import './hospital.css';
import './transfer/transfer.css';
import { App } from './App';

start(App);
