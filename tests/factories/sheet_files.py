"""Files of sheets made for a test: good ones, odd ones, and traps."""

from __future__ import annotations

import io
import struct
import zipfile

import openpyxl

END_OF_CHAIN, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xlsx(*rows, cells=None, merged=(), title="活动菜单") -> bytes:
    """Return an .xlsx of the rows; `cells` puts single values at addresses."""
    workbook = openpyxl.Workbook()
    worksheet = workbook.active
    worksheet.title = title
    for row in rows:
        worksheet.append(list(row))
    for address, value in (cells or {}).items():
        worksheet[address] = value
    for area in merged:
        worksheet.merge_cells(area)
    return saved(workbook)


def saved(workbook) -> bytes:
    """Return the octets of a workbook of openpyxl."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods(*rows) -> bytes:
    """Return an .ods of text cells."""
    return ods_of(ods_xml(*rows))


def ods_xml(*rows) -> str:
    """Return the content.xml of an .ods of text cells."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{text}</text:p></table:table-cell>"
            for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="活动菜单">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def ods_of(content_xml: str, manifest: str = "") -> bytes:
    """Return an .ods with this content.xml; `manifest` is added to the entry of the document."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind, zipfile.ZIP_STORED)
        package.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest="
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}">{manifest}'
            "</manifest:file-entry></manifest:manifest>",
        )
        package.writestr("content.xml", content_xml)
    return stream.getvalue()


def compound(name: str, stream: bytes) -> bytes:
    """Return an OLE compound file with one stream, as .xls and encrypted packages are wrapped.

    Shape: header, one FAT sector, one directory sector, the stream padded to 4,096 octets at least.
    """
    stream = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    sectors = len(stream) // 512
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0),
    ).ljust(512, b"\xff")
    chain = [*range(3, 2 + sectors), END_OF_CHAIN]
    table = [FAT_SECTOR, END_OF_CHAIN, *chain]
    fat = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))

    def entry(label: str, kind: int, child: int, start: int, size: int) -> bytes:
        encoded = (label + "\0").encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII36xIQ", encoded, len(encoded), kind, 1, FREE, FREE, child, start, size
        )

    directory = entry("Root Entry", 5, 1, END_OF_CHAIN, 0) + entry(name, 2, FREE, 2, len(stream))
    return header + fat + directory.ljust(512, b"\0") + stream


def xls(*rows) -> bytes:
    """Return an .xls (BIFF8) of text cells."""

    def record(code: int, content: bytes) -> bytes:
        return struct.pack("<HH", code, len(content)) + content

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0x07CC, 0, 6))

    name = "菜单".encode("utf-16-le")
    end = record(0x000A, b"")
    labels = b""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            encoded = text.encode("utf-16-le")
            labels += record(
                0x0204, struct.pack("<HHHHB", number, column, 0, len(text), 1) + encoded
            )
    opening = begin(0x0005)
    place = len(opening) + 4 + 8 + len(name) + len(end)
    bound = record(0x0085, struct.pack("<IBBBB", place, 0, 0, len(name) // 2, 1) + name)
    return compound("Workbook", opening + bound + end + begin(0x0010) + labels + end)
