import { logger } from "#delivery/http/logger.ts";
import { requireMember } from "#delivery/sign-in/require-member.ts";
import { answerUpload, refusal } from "./answer-upload.ts";

const unexpected = "Something went wrong on our side, and the picture was not kept. Try again in a moment.";

/**
 * POST /api/pictures?for=logo, the body being the file: keeps a picture for a member who may change what shows it (A9,
 * A11, B1, B3). Like the dashboard's other calls it takes the session, and comes from a page of ours (`src/proxy.ts`).
 */
export async function uploadPicture(request: Request): Promise<Response> {
  try {
    return await answerUpload(request, await requireMember());
  } catch (error) {
    logger().error({ err: error }, "a picture could not be kept");
    return refusal(500, unexpected);
  }
}
