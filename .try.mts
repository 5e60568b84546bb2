import { openBrowser } from './test/chaos/browser/stage.js';
import { makeBrowserSchedule } from './test/chaos/browser/schedule.js';
import { runBrowserSchedule } from './test/chaos/browser/run-schedule.js';
const b=await openBrowser();
const [seed,n]=process.argv.slice(2).map(Number);
for (let i=0;i<n!;i++){const t=Date.now();const s=makeBrowserSchedule(seed!+i);const r=await runBrowserSchedule(b,s);console.log(seed!+i,s.storage,s.actions.length,Date.now()-t,'ms',r.recoveryMs,r.problems);}
await b.close();
