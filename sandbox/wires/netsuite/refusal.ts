import { type Answer, Refusal } from '../../http.ts';

/** Where a request is wrong, in the vendor's words. */
export interface RefusalPlace {
  /** `o:errorPath`: a field of the body. */
  path?: string;
  /** `o:errorHeader` */
  header?: string;
  /** `o:errorQueryParam` */
  query?: string;
}

/** A refusal in this wire's words; `more` says what of the request is to blame. */
class NetsuiteRefusal extends Refusal {
  readonly place: RefusalPlace;

  constructor(status: number, code: string, message: string, place: RefusalPlace, headers: Record<string, string>) {
    super(status, code, message, { headers });
    this.place = place;
  }
}

export const netsuiteRefusal = (
  status: number,
  code: string,
  message: string,
  place: RefusalPlace = {},
  headers: Record<string, string> = {},
): Refusal => new NetsuiteRefusal(status, code, message, place, headers);

/** What other parts of the sandbox call a failure, and what this vendor calls it. */
const codes: Readonly<Record<string, string>> = {
  not_found: 'NONEXISTENT_ID',
  method_not_allowed: 'METHOD_NOT_ALLOWED',
  bad_json: 'INVALID_CONTENT',
  unsupported_media_type: 'INVALID_HEADER',
  body_too_large: 'INVALID_CONTENT',
  internal_error: 'UNEXPECTED_ERROR',
};

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  // As the vendor titles it.
  429: 'Bad Request',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The error body of this wire. */
export function netsuiteErrorAnswer(refusal: Refusal, book: string | undefined): Answer {
  const place = refusal instanceof NetsuiteRefusal ? refusal.place : {};
  return {
    status: refusal.status,
    headers: refusal.headers,
    book,
    // What is undefined is left out of the JSON.
    body: {
      type: `https://www.rfc-editor.org/rfc/rfc9110.html#status.${refusal.status}`,
      title: titles[refusal.status] ?? 'Error',
      status: refusal.status,
      'o:errorDetails': [
        {
          detail: refusal.message,
          'o:errorPath': place.path,
          'o:errorHeader': place.header,
          'o:errorQueryParam': place.query,
          'o:errorCode': codes[refusal.code] ?? refusal.code,
        },
      ],
    },
  };
}
