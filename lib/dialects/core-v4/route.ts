import { type Route, routeBuilder } from '../../http/route.ts';
import { methods } from '../../http/serve.ts';
import { coreV4 } from './dialect.ts';

/** Makes a route value of a declaration of the Core API. */
export const route = routeBuilder(coreV4);

/** The handlers of one file under app/v4. Without routes: the dialect's own 404. */
export const serveCore = (...routes: Route[]) => methods(coreV4, ...routes);
