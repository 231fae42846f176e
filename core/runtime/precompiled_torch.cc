// Owner of the precompiled torch header; nothing else belongs here.
namespace vbs {
int precompiledTorchAnchor()
{
    return 0;
}
} // namespace vbs
