"""Archives that two readers read in two ways, for the evasions of Detection/: made by spoiling a well-formed artefact.

case.json: "archive": {"kind": NAME, "path": ENTRY, "from": FILE of the case folder, ...}; the second version is spoiled.
"""

import gzip
import io
import struct
import tarfile
import warnings
import zipfile

import containers

TAR_BLOCK = 512


class UnknownKind(ValueError):
    """There is no such way to spoil this form."""


def spoil(form, options, given, content):
    """`content`, an artefact of `form`, made ambiguous with the bytes `given`."""
    kinds = {"tgz": TARBALL, "sdist": TARBALL, "wheel": ZIP, "gem": GEM}[form]
    try:
        kind = kinds[options["kind"]]
    except KeyError as error:
        raise UnknownKind(f"{options.get('kind')} for {form}") from error
    return kind(content, options, given)


# Tarballs


def entry(name, content, **fields):
    """One tar entry with its padding."""
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = len(content), 0o644, containers.NPM_TIME
    for key, value in fields.items():
        setattr(info, key, value)
    header = info.tobuf(tarfile.USTAR_FORMAT)
    return header + content + b"\0" * (-len(content) % TAR_BLOCK)


def tar_body(content):
    """The entries of a gzipped tar without its end blocks, and the name of its root folder."""
    raw = gzip.decompress(content)
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        members = archive.getmembers()
    last = members[-1]
    end = last.offset_data + last.size + (-last.size % TAR_BLOCK)
    return raw[:end], members[0].name.split("/")[0], members


def closed(body):
    body += b"\0" * (2 * TAR_BLOCK)
    return containers.gzipped(body + b"\0" * (-len(body) % (20 * TAR_BLOCK)))


def tar_duplicate(content, options, given):
    """The entry twice: `given` stands first, or last with "last"."""
    body, root, _ = tar_body(content)
    twin = entry(f"{root}/{options['path']}", given)
    return closed(body + twin if options.get("last") else twin + body)


def tar_second_root(content, options, given):
    """A second root folder: a reader that takes the first component off every name lays it over the package."""
    body, _, _ = tar_body(content)
    return closed(body + entry(f"{options.get('root', 'other')}/{options['path']}", given))


def tar_escape(content, options, given):
    """An entry whose name leaves the package's folder."""
    body, root, _ = tar_body(content)
    return closed(body + entry(f"{root}/{options['path']}", given))


def tar_link_parent(content, options, given):
    """A link to a folder outside, and an entry below the link."""
    body, root, _ = tar_body(content)
    folder, _, name = options["path"].rpartition("/")
    link = entry(f"{root}/{folder}", b"", type=tarfile.SYMTYPE, linkname=options["target"])
    return closed(body + link + entry(f"{root}/{folder}/{name}", given))


def tar_pax_size(content, options, given):
    """A pax header whose size is not that of the entry's own header, with tar headers inside the entry's content."""
    body, root, _ = tar_body(content)
    inner = entry(f"{root}/{options['path']}", given)
    record = f"size={len(inner)}\n"
    record = f"{len(record) + 3} {record}".encode()
    pax = entry("PaxHeader/notes", record, type=tarfile.XHDTYPE)
    return closed(body + pax + entry(f"{root}/notes.bin", b"") + inner)


def tar_after_end(content, options, given):
    """Entries after the end blocks, in a second gzip member."""
    _, root, _ = tar_body(content)
    return content + closed(entry(f"{root}/{options['path']}", given))


def tar_hidden_in_last_block(content, options, given):
    """Bytes that are no zeros after the end blocks."""
    body, root, _ = tar_body(content)
    return containers.gzipped(body + b"\0" * (2 * TAR_BLOCK) + entry(f"{root}/{options['path']}", given))


def tar_of_another_tool(content, options, given):
    """Nothing ambiguous: another root folder, entries for folders, long names in pax headers, owners."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(content))) as read, tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as write:
        folders = set()
        for member in read.getmembers():
            path = options["root"] + "/" + member.name.partition("/")[2]
            for end in [i for i, letter in enumerate(path) if letter == "/"]:
                if path[:end] not in folders:
                    folders.add(path[:end])
                    folder = tarfile.TarInfo(path[:end])
                    folder.type, folder.mode, folder.mtime = tarfile.DIRTYPE, 0o755, containers.NPM_TIME
                    write.addfile(folder)
            info = tarfile.TarInfo(path)
            info.size, info.mode, info.mtime, info.uname, info.uid = member.size, member.mode, containers.NPM_TIME, "builder", 1000
            write.addfile(info, read.extractfile(member))
    return containers.gzipped(stream.getvalue())


TARBALL = {
    "other-tool": tar_of_another_tool,
    "duplicate-entry": tar_duplicate,
    "case-fold": tar_duplicate,
    "second-root": tar_second_root,
    "escape": tar_escape,
    "link-parent": tar_link_parent,
    "pax-size": tar_pax_size,
    "second-member": tar_after_end,
    "after-end": tar_hidden_in_last_block,
}


# Wheels


def zip_entries(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(info, archive.read(info)) for info in archive.infolist()]


def zipped(entries):
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for info, content in entries:
                fresh = zipfile.ZipInfo(info.filename, info.date_time)
                fresh.compress_type, fresh.create_system, fresh.external_attr = zipfile.ZIP_DEFLATED, 3, info.external_attr
                archive.writestr(fresh, content)
    return stream.getvalue()


def plain_info(name):
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.external_attr = 0o100644 << 16
    return info


def zip_duplicate(content, options, given):
    """The name twice in local entries and central directory: `given` stands first, or last with "last"."""
    entries = zip_entries(content)
    twin = [(plain_info(options["path"]), given)]
    return zipped(entries + twin if options.get("last") else twin + entries)


def zip_prefix(content, options, given):
    """Bytes before the first entry, as of a script that is also an archive; offsets stay as they were."""
    return given + content


def end_record(content):
    return content.rindex(b"PK\x05\x06")


def zip_two_ends(content, options, given):
    """Two end records: the last one lists the whole wheel, the first one a wheel in which `given` takes the entry's place."""
    changed = zip_record_hash(content, options, given)
    return shifted(content, changed)


def zip_local_name(content, options, given):
    """The local header names the entry otherwise than the central directory; both names are equally long."""
    old, new = options["path"].encode(), options["other"].encode()
    at = content.index(old)
    return content[:at] + new + content[at + len(old) :]


def zip_unlisted(content, options, given):
    """A local entry that the central directory does not list, before the first that it does."""
    hidden = zipped([(plain_info(options["path"]), given)])
    offset = struct.unpack("<I", hidden[end_record(hidden) + 16 : end_record(hidden) + 20])[0]
    return shifted(content, hidden[:offset])


def shifted(content, prefix):
    """The archive behind a prefix, with offsets that count it."""
    at = end_record(content)
    count, size, offset = struct.unpack("<H", content[at + 10 : at + 12])[0], *struct.unpack("<II", content[at + 12 : at + 20])
    directory = bytearray(content[offset : offset + size])
    position = 0
    for _ in range(count):
        names, extra, comment = struct.unpack("<HHH", directory[position + 28 : position + 34])
        local = struct.unpack("<I", directory[position + 42 : position + 46])[0]
        directory[position + 42 : position + 46] = struct.pack("<I", local + len(prefix))
        position += 46 + names + extra + comment
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, size, len(prefix) + offset, 0)
    return prefix + content[:offset] + bytes(directory) + end


def zip_not_recorded(content, options, given):
    """A file that RECORD does not name."""
    return zipped(zip_entries(content) + [(plain_info(options["path"]), given)])


def zip_record_hash(content, options, given):
    """The entry with another content than RECORD says."""
    return zipped([(info, given if info.filename == options["path"] else data) for info, data in zip_entries(content)])


ZIP = {
    "record-hash": zip_record_hash,
    "duplicate-entry": zip_duplicate,
    "case-fold": zip_duplicate,
    "prefix": zip_prefix,
    "two-ends": zip_two_ends,
    "local-name": zip_local_name,
    "unlisted": zip_unlisted,
    "not-recorded": zip_not_recorded,
}


# Gems


def gem_parts(content):
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return [(m.name, archive.extractfile(m).read()) for m in archive.getmembers()]


def gem_of(parts):
    return containers.tar([(name, content, 0o444) for name, content in parts], containers.EPOCH, tarfile.USTAR_FORMAT)


def data_with(content, path, given):
    """data.tar.gz with one more file."""
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(content))) as archive:
        files = [(m.name, archive.extractfile(m).read(), m.mode) for m in archive.getmembers() if m.name != path]
    return containers.gzipped(containers.tar([*files, (path, given, 0o644)], containers.EPOCH, tarfile.USTAR_FORMAT))


def gem_duplicate_data(content, options, given):
    """Two data.tar.gz in the gem: the checksums are those of the first."""
    parts = gem_parts(content)
    return gem_of([*parts, ("data.tar.gz", data_with(dict(parts)["data.tar.gz"], options["path"], given))])


def gem_checksum(content, options, given):
    """data.tar.gz holds one more file than the checksums were made of."""
    return gem_of([(n, data_with(c, options["path"], given) if n == "data.tar.gz" else c) for n, c in gem_parts(content)])


GEM = {"duplicate-data": gem_duplicate_data, "checksum": gem_checksum}
