namespace StaticNews.Storage;

/// <summary>First byte of a record's body in the build log; the numbers are part of the format.</summary>
internal enum LogRecordKind : byte
{
    /// <summary>Hash of the id of the output folder that the output records after it are about.</summary>
    Folder = 1,

    /// <summary>Hash of the path; count of key parts (1 byte); the parts (8 each); content hash (16); stamp (size, modified ticks, changed ticks, inode; 8 each).</summary>
    Output = 2,

    /// <summary>Hash of the path: the output was removed.</summary>
    OutputGone = 3,

    /// <summary>Hash of the path; stamp (32); content hash (16); payload (the rest).</summary>
    Facts = 4,

    /// <summary>Hash of the path: the source is gone.</summary>
    FactsGone = 5,

    /// <summary>Zeros in the place of a hash; the disk's clock in ticks (8) when all records before it were in place.</summary>
    Clock = 6,

    /// <summary>Hash of the path; what was found out of the output of that path as the last record about it describes it (the rest).</summary>
    Note = 7,
}
