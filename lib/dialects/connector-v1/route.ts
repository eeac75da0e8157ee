import { type Route, routeBuilder } from '../../http/route.ts';
import { methods } from '../../http/serve.ts';
import { connectorV1 } from './dialect.ts';

/** Makes a route value of a declaration of the Connector API. */
export const route = routeBuilder(connectorV1);

/** The handlers of one file under app/api/connector/v1. Without routes: the dialect's own 404. */
export const serveConnector = (...routes: Route[]) => methods(connectorV1, ...routes);
