import { findAudience } from '../flow/windows.js';

/** Posts what its address says, once: the messages of a flow that nobody has to click through. */

const query = new URLSearchParams(location.search);
const sessionId = query.get('sessionId');
const { listener } = findAudience();
for (const step of query.getAll('step')) listener?.postMessage({ Step: step, sessionId }, '*');
