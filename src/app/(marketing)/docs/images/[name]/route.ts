import { readPicture } from "#delivery/documents/read-documents.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const picture = await readPicture((await params).name);
  if (!picture) return new Response(null, { status: 404 });
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=3600" };
  return new Response(new Uint8Array(picture), { headers });
}
