import { runManyInBrowser } from './test/chaos/browser/many.js';
import { tally } from './test/chaos/many.js';
const [seed,runs]=process.argv.slice(2).map(Number);
const o=await runManyInBrowser({seed:seed!,runs:runs!,progress:console.error});
for (const f of o.failures) console.log(f.schedule.seed,f.schedule.storage,f.problems);
console.log(tally(o.failures)); console.log(o.summary);
