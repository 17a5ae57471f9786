import CLinux
import RegulatoryModel

/// Whether the kernel sees every change below a folder. On a file system that other machines write to, it sees only its own.
enum FileSystemKind {
  /// Why inotify can't be relied on here; nil where it can. Magic numbers: statfs(2).
  static func reasonToPoll(_ folder: DocumentPath) -> String? {
    switch folder.withCString({ rw_filesystem($0) }) {
    case 0x6969: "NFS"
    case 0x517B, 0xFF53_4D42, 0xFE53_4D42: "SMB"
    case 0x6573_5546: "FUSE"
    case 0x0102_1997: "9P"
    case 0x5346_414F, 0x6B41_4653: "AFS"
    case 0x00C3_6400: "Ceph"
    case 0x786F_4256: "a VirtualBox folder"
    default: nil
    }
  }
}
