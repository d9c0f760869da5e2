import { start } from '../shared/start';
import './console.css';
import './queue/queue.css';
import './board/board.css';
import './map/map.css';
import './detail/detail.css';
import './command/command.css';
import { App } from './App';

start(App);
