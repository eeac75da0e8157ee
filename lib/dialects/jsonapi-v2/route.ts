import { type Route, routeBuilder } from '../../http/route.ts';
import { methods } from '../../http/serve.ts';
import { jsonApiV2 } from './dialect.ts';

/** Makes a route value of a declaration of the JSON:API. */
export const route = routeBuilder(jsonApiV2);

/** The handlers of one file under app/api/v2. Without routes: the dialect's own 404. */
export const serveJsonApi = (...routes: Route[]) => methods(jsonApiV2, ...routes);
