import { staySignedIn } from '../shared/session';
import { start } from '../shared/start';
import './crew.css';
import { App } from './App';
import { keepCrew } from './order/follow';
import { listenToOthers, reload } from './store';
import { watchVoices } from './voice/say';
import { armAtFirstTouch } from './voice/tones';
import { install } from './worker/install';

// A tablet belongs to its unit and not to a person at a desk: killed behind the first mountain, it must come back with its
// order and be able to send what the crew pressed, where nobody can sign in. It is signed out by hand, or from the desk.
staySignedIn();
armAtFirstTouch();
watchVoices();
listenToOthers();
void reload().then(keepCrew);
start(App);
void install();
