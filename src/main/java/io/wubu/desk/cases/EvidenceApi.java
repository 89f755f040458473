package io.wubu.desk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.evidence.Evidence;
import io.wubu.evidence.Photo;
import io.wubu.shared.RuleBroken;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos in and out. */
@RestController
@Tag(name = "证据照片")
@RequestMapping("/api/evidence")
class EvidenceApi {

    private static final int MOST = 20;

    private final Evidence evidence;
    private final CaseAccess access;
    private final AuditLog audit;

    EvidenceApi(Evidence evidence, CaseAccess access, AuditLog audit) {
        this.evidence = evidence;
        this.access = access;
        this.audit = audit;
    }

    /** Stores several photos, all or none. */
    @Operation(summary = "上传照片", description = "JPEG 或 PNG，每张不超过 10 MB；全部合格才存。")
    @PostMapping
    @Transactional
    public List<Photo> upload(@RequestParam List<MultipartFile> files, Principal user) throws IOException {
        if (files.isEmpty()) {
            throw new RuleBroken("photos", "required", "没有收到照片");
        }
        if (files.size() > MOST) {
            throw new RuleBroken("photos", "max", "一次至多上传 " + MOST + " 张照片");
        }
        var photos = new ArrayList<Photo>();
        for (var file : files) {
            var name = file.getOriginalFilename() == null ? "照片" : file.getOriginalFilename();
            photos.add(evidence.store(name, file.getBytes(), user.getName()));
        }
        audit.done(AuditKind.UPLOAD, photos.size() + " 张照片，首张 " + photos.get(0).id());
        return photos;
    }

    /** The photo itself, for its uploader and for those who may see a case that shows it. */
    @Operation(summary = "照片")
    @GetMapping("/{id}")
    ResponseEntity<Resource> photo(@PathVariable UUID id, Principal user) {
        var photo = evidence.get(id);
        if (!evidence.uploadedBy(List.of(id), user.getName())) {
            access.requireAny(evidence.subjectsOf(id), user.getName());
        }
        audit.before(AuditKind.DOWNLOAD, "照片 " + id);
        var disposition = ContentDisposition.inline()
                .filename(photo.sha256().substring(0, 16))
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new FileSystemResource(evidence.file(photo)));
    }
}
