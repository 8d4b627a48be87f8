import { handleRestRequest } from "#delivery/rest/handle-request.ts";

export {
  handleRestRequest as DELETE,
  handleRestRequest as GET,
  handleRestRequest as OPTIONS,
  handleRestRequest as PATCH,
  handleRestRequest as POST,
  handleRestRequest as PUT,
};
