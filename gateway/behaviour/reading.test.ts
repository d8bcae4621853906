import { closeSharedSystems } from '../testing/shared-system';
import './argument-bounds.suite';
import './lists.suite';
import './no-full-scans.suite';
import './list-arguments.suite';
import './search.suite';
import './bad-input.suite';
import './partial-answers.suite';
import '../queries/queries.suite';
import '../graphql/refused-requests.suite';
import '../limits/margins.suite';

/*
 * What a system answers when nobody writes. A suite alone would spend most of its time on loading the modules, on starting
 * the system and on code that is not compiled yet: about 5 s each.
 */

afterAll(closeSharedSystems, 60_000);
