import QRCode from "qrcode";

/** A picture that cameras read, as one path over a square of `size` units, with the quiet border that they need. */
export type QrShape = { size: number; path: string };

const border = 4;

export function qrShape(text: string): QrShape {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const cells: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) cells.push(`M${column + border} ${row + border}h1v1h-1z`);
    }
  }
  return { size: modules.size + 2 * border, path: cells.join("") };
}
