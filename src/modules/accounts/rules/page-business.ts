/**
 * Names the business that a page of the dashboard shows, in each of its calls. It never decides whose data is asked for:
 * that is the session's to say. A page that was left open while its reader went on to another business is told so.
 */
export const pageBusinessHeader = "x-page-business";
